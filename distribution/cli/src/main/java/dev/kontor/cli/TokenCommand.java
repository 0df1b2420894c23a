package dev.kontor.cli;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Asks for name and password and prints a token. */
record TokenCommand(Platform platform, Terminal terminal) implements Command {

    private static final String DAYS = "90";

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        String days = days(arguments);
        String name = terminal.ask("token.name");
        String password = terminal.askSecret("token.password");
        String token = platform.postOpenly("tokens", Map.of("name", name, "password", password, "days", days))
                .path("token")
                .asText();
        terminal.result(token);
        terminal.complain("token.once", days);
        return Ending.DONE;
    }

    private static String days(List<String> arguments) {
        if (arguments.isEmpty()) {
            return DAYS;
        }
        if (arguments.size() != 2 || !arguments.get(0).equals("--days") || !arguments.get(1).matches("\\d{1,3}")) {
            throw new Misused();
        }
        return arguments.get(1);
    }
}
