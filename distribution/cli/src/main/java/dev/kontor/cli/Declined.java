package dev.kontor.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** The platform's problem, in its words. */
final class Declined extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is wrong at a field. */
    record Gap(String field, String message) {}

    private final int status;
    private final transient List<Gap> gaps;

    Declined(int status, JsonNode problem) {
        super(problem.path("detail").asText("HTTP " + status));
        this.status = status;
        this.gaps = StreamSupport.stream(problem.path("gaps").spliterator(), false)
                .map(gap -> new Gap(gap.path("field").asText(), gap.path("message").asText()))
                .toList();
    }

    int status() {
        return status;
    }

    List<Gap> gaps() {
        return gaps;
    }

    /** Nothing is wrong with what was asked; a later try can succeed. */
    boolean isForNow() {
        return status == 503 || status == 429;
    }
}
