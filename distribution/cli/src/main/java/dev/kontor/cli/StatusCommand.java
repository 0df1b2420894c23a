package dev.kontor.cli;

import java.io.IOException;
import java.util.List;

/** Says whether the platform serves. */
record StatusCommand(Platform platform, Terminal terminal) implements Command {

    @Override
    public Ending run(List<String> arguments) throws IOException, InterruptedException {
        int status = platform.status("health/ready");
        terminal.say(status == 200 ? "status.serves" : "status.not-yet", status);
        platform.open("health/ready").path("warnings").fields()
                .forEachRemaining(warning -> terminal.say("status.warns", warning.getKey(), warning.getValue().asText()));
        return status == 200 ? Ending.DONE : Ending.UNREACHABLE;
    }
}
