package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.compile.CompiledSet;
import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class EditionTest {

    /** Otherwise classes that an older Drools made would go on deciding after an upgrade. */
    @Test
    void kept_classes_are_bound_to_the_version_of_drools_that_made_them() throws IOException {
        Properties drools = new Properties();
        try (InputStream in = getClass().getResourceAsStream("/META-INF/maven/org.drools/drools-base/pom.properties")) {
            drools.load(in);
        }
        assertThat(CompiledSet.EDITION).startsWith("drools-" + drools.getProperty("version") + "/");
    }
}
