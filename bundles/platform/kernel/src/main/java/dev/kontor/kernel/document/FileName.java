package dev.kontor.kernel.document;

import java.text.Normalizer;

/** A file's name as it can be shown and offered for download: without folders, control and direction characters. */
final class FileName {

    private static final int LONGEST = 200;

    private FileName() {}

    static String clean(String sent) {
        String last = sent.substring(Math.max(sent.lastIndexOf('/'), sent.lastIndexOf('\\')) + 1);
        String plain = Normalizer.normalize(last, Normalizer.Form.NFC)
                .replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "")
                .replaceAll("[<>:\"|?*]", "_")
                .strip();
        String visible = plain.replaceAll("^\\.+", "").strip();
        if (visible.isEmpty()) {
            return "document";
        }
        return visible.length() <= LONGEST ? visible : shortened(visible);
    }

    /** Keeps the ending. */
    private static String shortened(String name) {
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 10 ? name.substring(dot) : "";
        String start = name.substring(0, LONGEST - ending.length());
        return (Character.isHighSurrogate(start.charAt(start.length() - 1)) ? start.substring(0, start.length() - 1) : start)
                + ending;
    }
}
