package dev.kontor.console.export;

import java.io.IOException;
import java.io.OutputStream;

/** What a file can be. */
public enum Format {
    XLSX("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    CSV("csv", "text/csv; charset=UTF-8");

    private final String ending;
    private final String type;

    Format(String ending, String type) {
        this.ending = ending;
        this.type = type;
    }

    public String ending() {
        return ending;
    }

    public String type() {
        return type;
    }

    Book open(OutputStream out) throws IOException {
        return this == XLSX ? new Xlsx(out) : new Csv(out);
    }
}
