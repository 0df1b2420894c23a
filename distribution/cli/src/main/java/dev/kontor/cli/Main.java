package dev.kontor.cli;

/** The entry of {@code bin/kontor}'s commands for a running platform: {@code import, rules, token, journal, backup, restore}. */
public final class Main {

    private Main() {}

    /** @param arguments the command and what belongs to it; ends the process with 2 for a command it does not know */
    public static void main(String[] arguments) {
        System.err.println("kontor: I do not know '%s' yet.".formatted(arguments.length == 0 ? "" : arguments[0]));
        System.exit(2);
    }
}
