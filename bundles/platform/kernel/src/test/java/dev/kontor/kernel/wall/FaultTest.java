package dev.kontor.kernel.wall;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A thread's stack tells what it waits for")
class FaultTest {

    private static boolean isInStore(String classes) {
        return Fault.isInStore(stack(Stream.of(classes.split(" ")).map(name -> new StackTraceElement(name, "does", "", 1))));
    }

    private static StackTraceElement[] stack(Stream<StackTraceElement> calls) {
        return calls.toArray(StackTraceElement[]::new);
    }

    @ParameterizedTest
    @DisplayName("Who waits for the database is not to blame for it, wherever it waits: in a driver for a department's entities, for the kernel's rows, or in the store itself")
    @ValueSource(strings = {
        "java.lang.Object org.apache.derby.impl.services.locks.ActiveLock org.eclipse.persistence.internal.jpa.QueryImpl"
                + " dev.kontor.production.quality.book.QualityBook dev.kontor.kernel.wall.Guard",
        "sun.nio.ch.NioSocketImpl org.postgresql.core.PGStream org.eclipse.persistence.internal.jpa.QueryImpl com.acme.lift.Doors dev.kontor.kernel.wall.Guard",
        "org.apache.derby.impl.jdbc.EmbedStatement dev.kontor.store.jta.PooledStatements dev.kontor.kernel.rows.Rows",
        "java.lang.Object dev.kontor.store.jta.CommandGate dev.kontor.kernel.desk.CommandDesk",
    })
    void waitsForTheDatabase(String classes) {
        assertThat(isInStore(classes)).isTrue();
    }

    @ParameterizedTest
    @DisplayName("but who computes or sleeps is, though the store or a driver stands below")
    @ValueSource(strings = {
        "java.lang.Thread com.acme.lift.Doors dev.kontor.kernel.wall.Guard dev.kontor.store.jta.JtaTransactions",
        "dev.kontor.production.plan.Placing dev.kontor.kernel.wall.Guard dev.kontor.store.jta.JtaTransactions",
        "org.eclipse.persistence.internal.jpa.QueryImpl dev.kontor.production.quality.book.QualityBook",
        "dev.kontor.production.quality.book.QualityBook org.apache.derby.impl.jdbc.EmbedStatement",
    })
    void isToBlame(String classes) {
        assertThat(isInStore(classes)).isFalse();
    }

    @Test
    @DisplayName("Who asked for the end of the process waits for that")
    void endsTheProcess() {
        StackTraceElement exit = new StackTraceElement("java.lang.Runtime", "exit", "", 1);
        StackTraceElement department = new StackTraceElement("com.acme.lift.Doors", "exit", "", 1);

        assertThat(Fault.endsTheProcess(stack(Stream.of(new StackTraceElement("java.lang.Object", "wait", "", 1), exit, department)))).isTrue();
        assertThat(Fault.endsTheProcess(stack(Stream.of(new StackTraceElement("java.lang.Runtime", "gc", "", 1), department)))).isFalse();
    }
}
