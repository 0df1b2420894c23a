package dev.kontor.host.inspect;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One class: what it reaches for, and what it calls itself where it says so in a constant. */
final class ClassLook extends ClassVisitor {

    private static final String DEPARTMENT = "dev/kontor/api/department/Department";
    private static final String ID = "dev/kontor/api/department/DepartmentId";
    private static final Set<String> NAMED = Set.of("dev/kontor/api/command/OrderCommand", "dev/kontor/api/command/CompanyCommand");
    private static final String PAGE = "dev/kontor/api/page/Page";

    private final BiConsumer<Reach, String> reached;
    private final BiConsumer<Offered, String> offered;
    private final DepartmentIds departments;
    private String name = "";
    private List<String> types = List.of();

    private ClassLook(BiConsumer<Reach, String> reached, BiConsumer<Offered, String> offered, DepartmentIds departments) {
        super(Opcodes.ASM9);
        this.reached = reached;
        this.offered = offered;
        this.departments = departments;
    }

    /** What a class offers under a name. */
    enum Offered {
        COMMAND,
        PAGE
    }

    /** @throws IllegalArgumentException when it is of a newer Java than any known */
    static void at(byte[] content, BiConsumer<Reach, String> reached, BiConsumer<Offered, String> offered, DepartmentIds departments) {
        new ClassReader(content).accept(new ClassLook(reached, offered, departments), ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
    }

    @Override
    public void visit(int version, int access, String type, String signature, String parent, String[] interfaces) {
        name = type.replace('/', '.');
        types = interfaces == null ? List.of() : List.of(interfaces);
        if ("java/lang/Thread".equals(parent)) {
            reached.accept(Reach.THREADS, name);
        } else if (parent != null) {
            Reach.of(parent).ifPresent(reach -> reached.accept(reach, name));
        }
    }

    @Override
    public MethodVisitor visitMethod(int access, String method, String descriptor, String signature, String[] exceptions) {
        String place = name + "." + method;
        if ((access & Opcodes.ACC_NATIVE) != 0) {
            reached.accept(Reach.NATIVE, place);
        }
        return new MethodLook(place, offer(method), types.contains(DEPARTMENT) && method.equals("id"));
    }

    /** What a constant is the name of that this method returns. */
    private Optional<Offered> offer(String method) {
        if (types.stream().anyMatch(NAMED::contains) && method.equals("name")) {
            return Optional.of(Offered.COMMAND);
        }
        return Optional.of(Offered.PAGE).filter(page -> types.contains(PAGE) && method.equals("path"));
    }

    private final class MethodLook extends MethodVisitor {

        private final String place;
        private final Optional<Offered> offer;
        private final boolean id;
        private String constant = "";
        /** The constant of the id that was made last. */
        private String made = "";

        MethodLook(String place, Optional<Offered> offer, boolean id) {
            super(Opcodes.ASM9);
            this.place = place;
            this.offer = offer;
            this.id = id;
        }

        private void called(String owner, String method) {
            Reach.of(owner, method).ifPresent(reach -> reached.accept(reach, place));
        }

        @Override
        public void visitMethodInsn(int opcode, String owner, String method, String descriptor, boolean onInterface) {
            called(owner, method);
            made = owner.equals(ID) && method.equals("<init>") ? constant : "";
            constant = "";
        }

        @Override
        public void visitInvokeDynamicInsn(String method, String descriptor, Handle bootstrap, Object... arguments) {
            for (Object argument : arguments) {
                constant(argument);
            }
        }

        /** A method that is handed on is called by somebody. */
        private void constant(Object value) {
            if (value instanceof Handle handle) {
                called(handle.getOwner(), handle.getName());
            } else if (value instanceof ConstantDynamic dynamic) {
                called(dynamic.getBootstrapMethod().getOwner(), dynamic.getBootstrapMethod().getName());
                for (int i = 0; i < dynamic.getBootstrapMethodArgumentCount(); i++) {
                    constant(dynamic.getBootstrapMethodArgument(i));
                }
            }
        }

        @Override
        public void visitLdcInsn(Object value) {
            constant = value instanceof String words ? words : "";
            constant(value);
        }

        @Override
        public void visitInsn(int opcode) {
            if (opcode == Opcodes.ARETURN && !constant.isEmpty()) {
                offer.ifPresent(named -> offered.accept(named, constant));
            }
            if (opcode == Opcodes.ARETURN && id && !made.isEmpty()) {
                departments.says(made);
            }
        }

        @Override
        public void visitFieldInsn(int opcode, String owner, String field, String descriptor) {
            constant = "";
            if (descriptor.equals("L" + ID + ";")) {
                at(opcode, owner + "." + field);
            }
        }

        private void at(int opcode, String field) {
            if (opcode == Opcodes.PUTSTATIC && !made.isEmpty()) {
                departments.fills(field, made);
            } else if (opcode == Opcodes.GETSTATIC && id) {
                departments.saysWhatIsIn(field);
            }
        }
    }
}
