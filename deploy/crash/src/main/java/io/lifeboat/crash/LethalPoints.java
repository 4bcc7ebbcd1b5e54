package io.lifeboat.crash;

import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The product's crash points with another body of {@code passed}. It is made from the product's own class, so that its
 * constants cannot be others.
 */
final class LethalPoints {

    /** The product's class, by its internal name. */
    static final String PRODUCT = "io/lifeboat/chassis/crash/CrashPoint";

    static final String METHOD = "passed";
    static final String DESCRIPTOR = "(Ljava/lang/String;)V";

    private LethalPoints() {}

    /** The names of the points. */
    static Set<String> names(byte[] product) {
        Set<String> names = new TreeSet<>();
        new ClassReader(product)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public @Nullable FieldVisitor visitField(
                                    int access,
                                    String name,
                                    String descriptor,
                                    @Nullable String signature,
                                    @Nullable Object value) {
                                if ((access & Opcodes.ACC_ENUM) != 0) {
                                    names.add(name);
                                }
                                return null;
                            }
                        },
                        ClassReader.SKIP_CODE);
        return names;
    }

    /**
     * The class with a lethal body.
     *
     * @throws IllegalStateException when the product's class is not what it was
     */
    static byte[] of(byte[] product) {
        ClassWriter writer = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        Rewriter rewriter = new Rewriter(writer);
        new ClassReader(product).accept(rewriter, 0);
        if (!rewriter.done) {
            throw new IllegalStateException(PRODUCT + " has no method " + METHOD + DESCRIPTOR + " any more");
        }
        return writer.toByteArray();
    }

    private static final class Rewriter extends ClassVisitor {

        private boolean done;

        Rewriter(ClassVisitor next) {
            super(Opcodes.ASM9, next);
        }

        @Override
        public MethodVisitor visitMethod(
                int access,
                String name,
                String descriptor,
                @Nullable String signature,
                String @Nullable [] exceptions) {
            MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
            if (!name.equals(METHOD) || !descriptor.equals(DESCRIPTOR)) {
                return next;
            }
            done = true;
            return new MethodVisitor(Opcodes.ASM9, next) {
                @Override
                public void visitCode() {
                    super.visitCode();
                    visitVarInsn(Opcodes.ALOAD, 0);
                    visitMethodInsn(Opcodes.INVOKEVIRTUAL, PRODUCT, "name", "()Ljava/lang/String;", false);
                    visitVarInsn(Opcodes.ALOAD, 1);
                    visitMethodInsn(
                            Opcodes.INVOKESTATIC,
                            Type.getInternalName(Charges.class),
                            METHOD,
                            "(Ljava/lang/String;Ljava/lang/String;)V",
                            false);
                }
            };
        }
    }
}
