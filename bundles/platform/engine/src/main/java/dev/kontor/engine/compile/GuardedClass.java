package dev.kontor.engine.compile;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One generated class on its way through the {@link BytecodeGuard}. */
final class GuardedClass extends ClassVisitor {

    private static final String BUDGET = "dev/kontor/engine/run/Budget";
    private static final String TEXT = "Ljava/lang/String;";
    private static final String NUMBER = "Ljava/math/BigDecimal;";
    private static final Set<String> BOOTSTRAPS =
            Set.of("java/lang/invoke/StringConcatFactory", "java/lang/invoke/LambdaMetafactory");

    /** More than any call of a rule has arguments. */
    private static final int LONGEST_ARRAY = 100;

    private final BytecodeGuard guard;
    private String self = "";
    private boolean isEnum;

    GuardedClass(BytecodeGuard guard, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.guard = guard;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        self = name;
        isEnum = parent.equals("java/lang/Enum");
        guard.internal(parent);
        for (String type : interfaces) {
            guard.internal(type);
        }
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        guard.descriptor(descriptor);
        return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        guard.descriptor(descriptor);
        if (name.equals("finalize") || (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
            guard.refuse("engine.member-refused", name);
        }
        boolean copies = isEnum && name.equals("values") && descriptor.equals("()[L" + self + ";");
        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
        return copies ? next : new GuardedMethod(next, name);
    }

    private final class GuardedMethod extends MethodVisitor {

        private final String method;
        private final Set<Label> passed = new HashSet<>();
        private final Set<Label> ahead = new HashSet<>();
        /** The constant that the instruction before has pushed. */
        private Optional<Object> pushed = Optional.empty();
        /** The last text that was a constant: the name of the rule, where a rule is built. */
        private String said = "";
        private String rule = "";

        GuardedMethod(MethodVisitor next, String method) {
            super(Opcodes.ASM9, next);
            this.method = method;
        }

        @Override
        public void visitCode() {
            super.visitCode();
            if (!method.startsWith("<")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "tick", "()V", false);
            }
        }

        @Override
        public void visitLabel(Label label) {
            passed.add(label);
            if (ahead.contains(label)) {
                pushed = Optional.empty();
            }
            super.visitLabel(label);
        }

        private void jump(Label label) {
            pushed = Optional.empty();
            ahead.add(label);
            if (passed.contains(label)) {
                guard.refuse("engine.loop-refused", "while");
            }
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            jump(label);
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTableSwitchInsn(int min, int max, Label otherwise, Label... labels) {
            jump(otherwise);
            List.of(labels).forEach(this::jump);
            super.visitTableSwitchInsn(min, max, otherwise, labels);
        }

        @Override
        public void visitLookupSwitchInsn(Label otherwise, int[] keys, Label[] labels) {
            jump(otherwise);
            List.of(labels).forEach(this::jump);
            super.visitLookupSwitchInsn(otherwise, keys, labels);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            guard.internal(type);
            if (opcode == Opcodes.NEW && type.startsWith("java/util/")) {
                guard.refuse("engine.type-refused", type.replace('/', '.'));
            }
            if (opcode == Opcodes.ANEWARRAY) {
                array();
            }
            pushed = Optional.empty();
            super.visitTypeInsn(opcode, type);
        }

        /** Only as long as the compiler makes one for the arguments of a call. */
        private void array() {
            if (pushed.filter(size -> size instanceof Integer length && length <= LONGEST_ARRAY).isEmpty()) {
                guard.refuse("engine.member-refused", "new[]");
            }
        }

        @Override
        public void visitIntInsn(int opcode, int operand) {
            if (opcode == Opcodes.NEWARRAY) {
                array();
            }
            pushed = opcode == Opcodes.NEWARRAY ? Optional.empty() : Optional.of(operand);
            super.visitIntInsn(opcode, operand);
        }

        @Override
        public void visitVarInsn(int opcode, int local) {
            pushed = Optional.empty();
            super.visitVarInsn(opcode, local);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            guard.refuse("engine.member-refused", "new[][]");
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            pushed = Optional.empty();
            guard.internal(owner);
            guard.descriptor(descriptor);
            guard.member(owner, "#" + name, descriptor);
            if (!rule.isEmpty()) {
                guard.belongs(owner, rule);
            }
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean zeroOrOne = owner.equals("java/math/BigDecimal") && name.equals("<init>")
                    && pushed.filter(text -> text.equals("0") || text.equals("1")).isPresent();
            guard.internal(owner);
            guard.descriptor(descriptor);
            if (!zeroOrOne) {
                guard.member(owner, name, descriptor);
            }
            if (owner.endsWith("/dsl/pattern/D") && name.equals("rule")) {
                rule = said;
                guard.belongs(self, rule);
            }
            pushed = Optional.empty();
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
            measured(descriptor);
        }

        private void measured(String descriptor) {
            if (descriptor.endsWith(")" + NUMBER)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "number", "(" + NUMBER + ")" + NUMBER, false);
            } else if (descriptor.endsWith(")" + TEXT)) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "text", "(" + TEXT + ")" + TEXT, false);
            }
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            guard.descriptor(descriptor);
            if (!BOOTSTRAPS.contains(bootstrap.getOwner())) {
                guard.refuse("engine.member-refused", bootstrap.getOwner().replace('/', '.'));
            }
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    guard.internal(handle.getOwner());
                    guard.member(handle.getOwner(), handle.getName(), handle.getDesc());
                } else if (argument instanceof ConstantDynamic) {
                    guard.refuse("engine.member-refused", "condy");
                }
            }
            pushed = Optional.empty();
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            measured(descriptor);
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type) {
                guard.type(type);
            }
            said = value instanceof String text ? text : said;
            pushed = Optional.of(value);
            super.visitLdcInsn(value);
        }

        @Override
        public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
            guard.refuse("engine.catch-refused", "try");
            super.visitTryCatchBlock(start, end, handler, type);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.MONITORENTER) {
                guard.refuse("engine.member-refused", "synchronized");
            }
            boolean small = opcode >= Opcodes.ICONST_0 && opcode <= Opcodes.ICONST_5;
            pushed = small ? Optional.of(opcode - Opcodes.ICONST_0) : Optional.empty();
            super.visitInsn(opcode);
        }
    }
}
