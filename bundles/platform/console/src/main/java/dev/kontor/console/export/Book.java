package dev.kontor.console.export;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;

/** A file of tables, written row by row as they come: none is held as a whole. */
interface Book extends Closeable {

    /** Begins a table. */
    void table(String name, List<String> headings) throws IOException;

    void row(List<Value> values) throws IOException;

    /** Finishes the file; the stream stays open. */
    @Override
    void close() throws IOException;
}
