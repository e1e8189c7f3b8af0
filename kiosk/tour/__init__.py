"""A whole visit, played by a finger on the real window with the real service: demonstration, pictures and end-to-end test in one."""
