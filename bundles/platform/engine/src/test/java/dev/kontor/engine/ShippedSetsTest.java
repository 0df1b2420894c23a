package dev.kontor.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.CompiledSet;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A shipped set is told from a compiled one by a class that no compiler made of its files. */
class ShippedSetsTest {

    private static final String MARK = "rules.Mark";

    @TempDir
    private Path folder;

    private final RuleSetFiles files = SampleRules.joint();
    private final CompiledSet compiled = SampleRules.CHECK.check(files).compiled().orElseThrow();
    private ShippedSets shipped = ShippedSets.NONE;

    @BeforeEach
    void ship() throws IOException {
        shipped = ShippedSets.in(folder);
        shipped.put(with(MARK, mark("abs")));
    }

    private CompiledSet with(String name, byte[] bytes) {
        Map<String, byte[]> classes = new LinkedHashMap<>(compiled.classes());
        classes.put(name, bytes);
        return new CompiledSet(compiled.source(), classes, compiled.models(), compiled.rules(), compiled.needs(), compiled.types(),
                compiled.parameters());
    }

    /** A class with a method that calls another of java.lang.Math. */
    private static byte[] mark(String called) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, MARK.replace('.', '/'), null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_STATIC, "call", "(I)I", null, null);
        method.visitCode();
        method.visitVarInsn(Opcodes.ILOAD, 0);
        method.visitMethodInsn(Opcodes.INVOKESTATIC, "java/lang/Math", called, "(I)I", false);
        method.visitInsn(Opcodes.IRETURN);
        method.visitMaxs(1, 1);
        method.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }

    private Checked check(RuleSetFiles candidate, FactTypes types) {
        return new RuleSetCheck(types, set -> ParameterTable.EMPTY, parameter -> false, Optional::empty, shipped).check(candidate);
    }

    private boolean taken(RuleSetFiles candidate, FactTypes types) {
        Checked checked = check(candidate, types);
        assertThat(checked.problems().stream().map(Problems::words)).isEmpty();
        return checked.compiled().orElseThrow().classes().containsKey(MARK);
    }

    @Test
    void theSameFilesAreNotCompiledAgain() {
        assertThat(taken(files, SampleRules.FACTS)).isTrue();
    }

    @Test
    void aChangedFileIsCompiled() {
        RuleSetFiles changed = files.with(Map.of("parameters.csv", (files.text("parameters.csv") + "\n").getBytes()));
        assertThat(taken(changed, SampleRules.FACTS)).isFalse();
    }

    @Test
    void againstAnotherRecordItIsCompiled() {
        FactTypes types = new FactTypes() {
            @Override
            public Optional<ClassLoader> loader(String packageName) {
                return SampleRules.FACTS.loader(packageName);
            }

            @Override
            public Optional<String> digest(String className) {
                return className.equals("dev.kontor.api.order.Order") ? Optional.of("other") : SampleRules.FACTS.digest(className);
            }
        };
        assertThat(taken(files, types)).isFalse();
    }

    @Test
    void aDamagedFileIsCompiled() throws IOException {
        Files.write(only(), new byte[] {1, 2, 3});
        assertThat(taken(files, SampleRules.FACTS)).isFalse();
    }

    @Test
    void aSetUnderTheNameOfAnotherIsCompiled() throws IOException {
        byte[] other = new CompiledSet("another", with(MARK, mark("abs")).classes(), compiled.models(), compiled.rules(), compiled.needs(),
                compiled.types(), compiled.parameters()).bytes();
        Files.write(only(), other);
        assertThat(taken(files, SampleRules.FACTS)).isFalse();
    }

    @Test
    void whatRulesMayNotDoIsRefusedOfAShippedSetToo() throws IOException {
        shipped.put(with(MARK, mark("negateExact")));
        assertThat(check(files, SampleRules.FACTS).problems().stream().map(Problems::words)).anyMatch(words -> words.contains("Math.negateExact"));
    }

    private Path only() throws IOException {
        try (Stream<Path> kept = Files.list(folder)) {
            List<Path> all = kept.toList();
            assertThat(all).hasSize(1);
            return all.get(0);
        }
    }
}
