"""The catalogue on Groonga servers: wire (`server`), what is kept (`schema`, `following`), queries (`expressions`), `index`."""
