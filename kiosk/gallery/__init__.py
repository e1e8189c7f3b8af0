"""Every screen of the terminal in every example state: drawn, looked through for what nobody could touch or read, kept."""
