package dev.kontor.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entry of {@code bin/kontor}'s commands for a running platform: {@code import, rules, bundle, token, journal, backup, restore}. */
public final class Main {

    private final Terminal terminal;
    private final Settings settings;
    private final Map<String, Command> commands = new LinkedHashMap<>();

    Main(Settings settings, Terminal terminal) {
        this.settings = settings;
        this.terminal = terminal;
        Platform platform = new Platform(settings);
        commands.put("import", new ImportCommand(settings, platform, terminal));
        commands.put("rules", new RulesCommand(platform, terminal));
        commands.put("bundle", new BundleCommand(platform, terminal));
        commands.put("token", new TokenCommand(platform, terminal));
        commands.put("journal", new JournalCommand(settings, platform, terminal));
        commands.put("backup", new BackupCommand(platform, terminal));
        commands.put("restore", new RestoreCommand(settings, platform, terminal));
        commands.put("status", new StatusCommand(platform, terminal));
    }

    /** @param arguments the command and what belongs to it; ends the process with the code of an {@link Ending} */
    public static void main(String[] arguments) {
        Settings settings = Settings.of(System.getenv());
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        Terminal terminal = new Terminal(System.in, out, err, settings.language());
        System.exit(new Main(settings, terminal).run(List.of(arguments)).code());
    }

    Ending run(List<String> arguments) {
        String name = arguments.isEmpty() ? "" : arguments.get(0);
        Command command = commands.get(name);
        if (command == null) {
            terminal.complain("unknown", name);
            return Ending.MISUSED;
        }
        List<String> rest = arguments.subList(1, arguments.size());
        if (rest.contains("--help") || rest.contains("-h")) {
            terminal.say(name + ".help");
            return Ending.DONE;
        }
        return run(name, command, rest);
    }

    private Ending run(String name, Command command, List<String> arguments) {
        try {
            return command.run(arguments);
        } catch (Command.Misused misused) {
            terminal.complain(name + ".help");
            return Ending.MISUSED;
        } catch (Command.Unreachable unreachable) {
            terminal.complain("unreachable", settings.url());
            return Ending.UNREACHABLE;
        } catch (Declined declined) {
            terminal.complain("declined", declined.getMessage());
            declined.gaps().forEach(gap -> terminal.complain("gap", gap.field(), gap.message()));
            return declined.isForNow() ? Ending.UNREACHABLE : Ending.FAILED;
        } catch (Table.Garbled garbled) {
            terminal.complain("import.encoding", garbled.getMessage());
            return Ending.FAILED;
        } catch (IOException failure) {
            terminal.complain("failed", failure.toString());
            return Ending.FAILED;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return Ending.FAILED;
        }
    }
}
