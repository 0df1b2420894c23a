package dev.kontor.engine.compile;

import java.util.HashSet;
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
    private static final Set<String> BOOTSTRAPS = Set.of(
            "java/lang/invoke/StringConcatFactory", "java/lang/invoke/LambdaMetafactory", "java/lang/runtime/ObjectMethods");

    private final BytecodeGuard guard;

    GuardedClass(BytecodeGuard guard, ClassVisitor next) {
        super(Opcodes.ASM9, next);
        this.guard = guard;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String parent, String[] interfaces) {
        guard.internal(parent);
        for (String type : interfaces) {
            guard.internal(type);
        }
        super.visit(version, access, name, signature, parent, interfaces);
    }

    @Override
    public FieldVisitor visitField(int access, String name, String descriptor, String signature, Object value) {
        guard.type(Type.getType(descriptor));
        return super.visitField(access, name, descriptor, signature, value);
    }

    @Override
    public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        guard.type(Type.getType(descriptor));
        if (name.equals("finalize") || (access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
            guard.refuse("engine.member-refused", name);
        }
        return new GuardedMethod(super.visitMethod(access, name, descriptor, signature, exceptions), name);
    }

    private final class GuardedMethod extends MethodVisitor {

        private final String method;
        private final Set<Label> passed = new HashSet<>();

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
            super.visitLabel(label);
        }

        @Override
        public void visitJumpInsn(int opcode, Label label) {
            if (passed.contains(label)) {
                guard.refuse("engine.loop-refused", "while");
            }
            super.visitJumpInsn(opcode, label);
        }

        @Override
        public void visitTypeInsn(int opcode, String type) {
            guard.internal(type);
            if (opcode == Opcodes.NEW && type.startsWith("java/util/")) {
                guard.refuse("engine.type-refused", type.replace('/', '.'));
            }
            super.visitTypeInsn(opcode, type);
        }

        @Override
        public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
            guard.refuse("engine.member-refused", "new[][]");
            super.visitMultiANewArrayInsn(descriptor, dimensions);
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
            guard.internal(owner);
            guard.type(Type.getType(descriptor));
            super.visitFieldInsn(opcode, owner, name, descriptor);
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
            boolean copiesConstants = method.equals("values") && owner.equals("java/lang/System") && name.equals("arraycopy");
            if (!copiesConstants) {
                guard.internal(owner);
                guard.type(Type.getType(descriptor));
                guard.member(owner, name);
            }
            super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            guard.type(Type.getType(descriptor));
            if (!BOOTSTRAPS.contains(bootstrap.getOwner())) {
                guard.refuse("engine.member-refused", bootstrap.getOwner().replace('/', '.'));
            }
            for (Object argument : arguments) {
                if (argument instanceof Handle handle) {
                    guard.internal(handle.getOwner());
                    guard.member(handle.getOwner(), handle.getName());
                } else if (argument instanceof ConstantDynamic) {
                    guard.refuse("engine.member-refused", "condy");
                }
            }
            super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            if (bootstrap.getOwner().equals("java/lang/invoke/StringConcatFactory")) {
                super.visitMethodInsn(Opcodes.INVOKESTATIC, BUDGET, "text", "(Ljava/lang/String;)Ljava/lang/String;", false);
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            if (value instanceof Type type) {
                guard.type(type);
            }
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
            super.visitInsn(opcode);
        }
    }
}
