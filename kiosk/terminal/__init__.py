"""What the terminal does, without a pixel: the visit, its steps, the presenters and idle time."""
