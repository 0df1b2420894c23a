package dev.kontor.samples.licenceadapter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A folder into which an authority's letters are scanned, each as {@code <order>_<number>_<valid until>.pdf}. */
record LicenceFolder(Path folder) implements LicenceOffice {

    private static final Pattern NAME = Pattern.compile("(.+)_(.+)_(\\d{4}-\\d\\d-\\d\\d)\\.pdf");

    @Override
    public Optional<Licence> licence(String order) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                Optional<Licence> licence = read(file, order);
                if (licence.isPresent()) {
                    return licence;
                }
            }
            return Optional.empty();
        }
    }

    /** A name that says no day is somebody else's file. */
    private static Optional<Licence> read(Path file, String order) throws IOException {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches() || !name.group(1).equals(order)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Licence(name.group(2), LocalDate.parse(name.group(3)), Files.readAllBytes(file)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }
}
