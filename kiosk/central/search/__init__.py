"""Finding titles: the port an index stands behind (`port`), the records it holds (`records`), and the engines."""
