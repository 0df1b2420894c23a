package dev.kontor.host;

/** What a partner writes that sells lifts. */
public final class Lift {

    public static final String PAGE = """
            package dev.acme.lift;
            import dev.kontor.api.page.*;
            import dev.kontor.api.people.Role;
            import dev.kontor.api.text.Text;
            public final class LiftPage implements Page {
                public String path() { return "lift/doors"; }
                public Text title() { return Text.plain("Doors"); }
                public java.util.Optional<Page.Place> place() { return java.util.Optional.empty(); }
                public java.util.Set<Role> roles() { return java.util.Set.of(); }
                public View show(Query query) { return View.of(Text.plain("Doors")); }
            }
            """;

    public static final String DEPARTMENT = """
            package dev.acme.lift;
            import dev.kontor.api.department.*;
            public abstract class LiftDepartment implements Department {
                public DepartmentId id() { return new DepartmentId("lift"); }
            }
            """;

    private Lift() {}

    /** One that is let in. */
    public static Jar jar(String version) {
        return Jar.named("dev.acme.lift", version)
                .header("Import-Package", "dev.kontor.api.page;version=\"[1.0,2)\",dev.kontor.api.people;version=\"[1.0,2)\","
                        + "dev.kontor.api.department;version=\"[1.0,2)\",dev.kontor.api.text;version=\"[1.0,2)\"")
                .source("dev.acme.lift.LiftPage", PAGE)
                .source("dev.acme.lift.LiftDepartment", DEPARTMENT)
                .component("dev.acme.lift.LiftPage", "dev.kontor.api.page.Page");
    }

    /** With a class of one method. */
    public static Jar doing(String statement) {
        return jar("1.0.0").source("dev.acme.lift.Doing",
                "package dev.acme.lift; class Doing { void work() throws Exception { " + statement + " } }");
    }
}
