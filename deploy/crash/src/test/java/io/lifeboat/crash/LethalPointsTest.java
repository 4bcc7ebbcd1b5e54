package io.lifeboat.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lifeboat.chassis.crash.CrashPoint;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

class LethalPointsTest {

    @TempDir
    Path marks;

    @Test
    void shouldBeHarmlessInTheProduct() {
        Map<String, List<String>> calls = callsOf(product());

        assertThat(calls.get("passed")).as("what passed() does in the product").isEmpty();
        assertThat(calls.values().stream().flatMap(List::stream))
                .as("what the product's class calls at all")
                .allMatch(owner -> owner.equals(LethalPoints.PRODUCT)
                        || owner.equals("java/lang/Enum")
                        || owner.equals("[L" + LethalPoints.PRODUCT + ";"));
    }

    @Test
    void shouldHaveTheProductsPointsAndCallTheCharges() throws Exception {
        byte[] lethal = LethalPoints.of(product());
        Class<?> loaded = new Loader().define(lethal);

        assertThat(Arrays.stream(loaded.getEnumConstants()).map(Object::toString))
                .containsExactlyElementsOf(
                        Arrays.stream(CrashPoint.values()).map(Enum::name).toList());
        assertThat(LethalPoints.names(product()))
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(CrashPoint.values()).map(Enum::name).toList());
        assertThat(callsOf(lethal).get("passed")).contains("io/lifeboat/crash/Charges");
    }

    @Test
    void shouldStrikeWhereItIsToldToAndOnceInAllLives() throws Exception {
        List<Deed> first = live("after-call@promote:kill:2,before-send:stop", "promote", "promote", "promote");
        List<Deed> second = live("after-call@promote:kill:2,before-send:stop", "promote", "promote", "promote");

        assertThat(first).containsExactly(Deed.KILL);
        assertThat(second).isEmpty();
        assertThat(marks.resolve("after-call@promote:kill:2")).exists();
    }

    @Test
    void shouldNotStrikeWhereItIsNotTold() throws Exception {
        assertThat(live("after-call@promote:kill,after-intent:kill", "scale", "roll"))
                .isEmpty();
    }

    @Test
    void shouldRefusePointsThereAreNot() {
        Charges charges = new Charges(Charge.parse("after-lunch:kill"), marks, deed -> {});

        assertThatThrownBy(() -> charges.requirePoints(LethalPoints.names(product())))
                .hasMessageContaining("AFTER_LUNCH")
                .hasMessageContaining("AFTER_CALL");
        assertThatThrownBy(() -> Charge.parse("after-call:explode")).hasMessageContaining("'after-call:explode'");
    }

    /** One life of a process that passes AFTER_CALL for each of these. */
    private List<Deed> live(String charges, String... passers) throws Exception {
        List<Deed> struck = new ArrayList<>();
        Charges.arm(new Charges(Charge.parse(charges), marks, struck::add));
        Class<?> lethal = new Loader().define(LethalPoints.of(product()));
        Method passed = lethal.getMethod("passed", String.class);
        Object point = Arrays.stream(lethal.getEnumConstants())
                .filter(constant -> constant.toString().equals("AFTER_CALL"))
                .findFirst()
                .orElseThrow();
        for (String passer : passers) {
            passed.invoke(point, passer);
        }
        return struck;
    }

    private static byte[] product() {
        try (InputStream in = CrashPoint.class.getResourceAsStream("CrashPoint.class")) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException("the product's class cannot be read", e);
        }
    }

    /** The owners of all methods that each method calls. */
    private static Map<String, List<String>> callsOf(byte[] bytes) {
        Map<String, List<String>> calls = new TreeMap<>();
        new ClassReader(bytes)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String method, String type, String signature, String[] exceptions) {
                                List<String> owners = calls.computeIfAbsent(method, key -> new ArrayList<>());
                                return new MethodVisitor(Opcodes.ASM9) {
                                    @Override
                                    public void visitMethodInsn(
                                            int opcode, String owner, String name, String type, boolean onInterface) {
                                        owners.add(owner);
                                    }
                                };
                            }
                        },
                        0);
        return calls;
    }

    private static final class Loader extends ClassLoader {

        Loader() {
            super(LethalPointsTest.class.getClassLoader());
        }

        Class<?> define(byte[] bytes) {
            return defineClass(null, bytes, 0, bytes.length);
        }
    }
}
