"""One file a step, named by its number. There is no way down: a step that went wrong is undone by restoring the backup."""
