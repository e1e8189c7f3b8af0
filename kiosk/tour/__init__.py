"""A whole visit, played by a finger on the real window: demonstration, pictures and end-to-end test in one."""
