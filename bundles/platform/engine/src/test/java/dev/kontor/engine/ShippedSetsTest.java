package dev.kontor.engine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.engine.cases.RuleSetCheck;
import dev.kontor.engine.cases.RuleSetCheck.Checked;
import dev.kontor.engine.compile.FactTypes;
import dev.kontor.engine.compile.ShippedSets;
import dev.kontor.engine.set.ParameterTable;
import dev.kontor.engine.set.Problems;
import dev.kontor.engine.set.RuleSetFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
    private ShippedSets shipped = ShippedSets.NONE;

    @BeforeEach
    void ship() throws IOException {
        shipped = ShippedSets.in(folder);
        SampleRules.CHECK.check(files);
        SampleRules.CHECK.ship(files, shipped);
        mark("abs");
    }

    /** Puts a class into what was shipped, beside those of a rule file. */
    private void mark(String called) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>(RuleSetFiles.unzip(Files.readAllBytes(only()), 1 << 20));
        entries.put(files.digest("joint.drl") + "/" + MARK, calling(called));
        Files.write(only(), RuleSetFiles.zip(entries));
    }

    /** A class with a method that calls another of java.lang.Math. */
    private static byte[] calling(String called) {
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
    void whereANumberChangesTheRulesAreNotCompiledAgain() {
        assertThat(taken(files.with(Map.of("parameters.csv", (files.text("parameters.csv") + "\n").getBytes(UTF_8))), SampleRules.FACTS)).isTrue();
    }

    @Test
    void aChangedRuleIsCompiled() {
        assertThat(taken(files.with(Map.of("joint.drl", (files.text("joint.drl") + "\n").getBytes(UTF_8))), SampleRules.FACTS)).isFalse();
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
        Path wanted = only();
        byte[] marked = Files.readAllBytes(wanted);
        Files.delete(wanted);
        RuleSetFiles other = files.with(Map.of("joint.drl", (files.text("joint.drl") + "\n").getBytes(UTF_8)));
        SampleRules.CHECK.check(other);
        SampleRules.CHECK.ship(other, shipped);
        Files.write(only(), marked);
        assertThat(taken(other, SampleRules.FACTS)).isFalse();
    }

    @Test
    void whatRulesMayNotDoIsRefusedOfAShippedSetToo() throws IOException {
        mark("negateExact");
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
