package dev.kontor.itest;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.ToolProvider;

/** What a partner writes: a department that has the shaft of every registered order measured, and how it is compiled. */
final class PartnerCode {

    static final String DEPARTMENT = """
            package dev.acme.lift;
            import dev.kontor.api.department.*;
            import dev.kontor.api.desk.OrderFile;
            import dev.kontor.api.order.MilestoneName;
            import dev.kontor.api.people.Role;
            import dev.kontor.api.task.*;
            import java.util.*;
            public final class LiftDepartment implements Department {
                static final TaskKind MEASURE = new TaskKind("lift.measure");
                public DepartmentId id() { return new DepartmentId("lift"); }
                public List<Arrival> opensOn() {
                    return List.of(Arrival.on(MilestoneName.ENTRY_REGISTERED, file -> file.raise(NewTask.of(MEASURE, Role.SALES_REP))));
                }
                public Set<MilestoneName> reaches() { return Set.of(); }
                public void completed(OrderFile file, Task task, Outcome outcome) { }
            }
            """;

    static final String COMMAND = """
            package dev.acme.lift;
            import dev.kontor.api.command.OrderCommand;
            import dev.kontor.api.desk.*;
            import dev.kontor.api.form.*;
            import dev.kontor.api.people.Role;
            import dev.kontor.api.task.*;
            import dev.kontor.api.text.Text;
            import java.util.*;
            public final class Measure implements OrderCommand {
                public String name() { return "lift/measure"; }
                public Text title() { return Text.of("task.lift.measure"); }
                public Set<Role> roles() { return Set.of(Role.SALES_REP); }
                public Optional<TaskKind> task() { return Optional.of(LiftDepartment.MEASURE); }
                public Form form(OrderView file, Optional<Task> task) { return Form.of(title(), Field.longText("shaft", Text.of("lift.shaft"))); }
                public Answer run(OrderFile file, Optional<Task> task, Values values) {
                    file.complete(task.orElseThrow().id(), new Outcome("measured", values.text("shaft")));
                    return Answer.of(Text.of("lift.measured"), file.number());
                }
            }
            """;

    static final String WORDS = """
            department.lift=Lift
            task.lift.measure=Measure the shaft
            lift.shaft=Shaft
            lift.measured=The shaft is measured.
            """;

    static final String WORDS_ZH = """
            department.lift=电梯部
            task.lift.measure=测量井道
            lift.shaft=井道
            lift.measured=井道已测量。
            """;

    private PartnerCode() {}

    /** A component that offers one service. */
    static String component(String type, String service) {
        return """
                <scr:component xmlns:scr="http://www.osgi.org/xmlns/scr/v1.3.0" name="%1$s">
                  <service><provide interface="%2$s"/></service>
                  <implementation class="%1$s"/>
                </scr:component>
                """.formatted(type, service);
    }

    /** @param sources by the name of the class; compiled against the archive's api */
    static Map<String, byte[]> compiled(Archive archive, Map<String, String> sources) throws IOException {
        Path folder = Files.createTempDirectory(Files.createDirectories(Path.of(System.getProperty("kontor.work"))), "partner");
        String path = archive.jars().stream()
                .map(Path::toString)
                .filter(jar -> jar.contains("dev.kontor.api") || jar.contains("felix.framework") || jar.contains("persistence-api"))
                .collect(Collectors.joining(File.pathSeparator));
        List<String> arguments = new ArrayList<>(List.of("-proc:none", "--release", "17", "-cp", path, "-d", folder.toString()));
        for (Map.Entry<String, String> source : sources.entrySet()) {
            arguments.add(Files.writeString(folder.resolve(source.getKey() + ".java"), source.getValue()).toString());
        }
        if (ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new)) != 0) {
            throw new IllegalStateException("The partner's code does not compile.");
        }
        try (var classes = Files.walk(folder)) {
            return classes.filter(file -> file.toString().endsWith(".class"))
                    .collect(Collectors.toMap(file -> folder.relativize(file).toString(), PartnerCode::read));
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
