"""Speech and sounds, offline: the only place that synthesizes and plays; what is said is the terminal's to choose."""
