package io.eastwest.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.istio.mesh.MeshConfig;
import io.eastwest.model.istio.mesh.MeshNetworks;
import io.eastwest.model.reader.KindRegistry;
import io.eastwest.model.style.MeshValue;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** All types that a document is made of are handled alike. */
class ErgonomicsTest {
    private static final Set<Class<?>> TYPES = types();

    @TestFactory
    Stream<DynamicTest> everyValueHasBothBuilders() {
        return TYPES.stream()
                .filter(type -> type.isAnnotationPresent(MeshValue.class))
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                    Method builder = type.getMethod("builder");
                    Method toBuilder = type.getMethod("toBuilder");

                    assertThat(Modifier.isStatic(builder.getModifiers())).isTrue();
                    assertThat(builder.getReturnType()).isEqualTo(toBuilder.getReturnType());
                    assertThat(builder.getReturnType().getSimpleName()).isEqualTo(type.getSimpleName() + "Builder");
                    assertThat(builder.getReturnType().getMethod("build").getReturnType())
                            .isAssignableTo(type);
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyChoiceHasAFunctionForEachArm() {
        return TYPES.stream()
                .filter(Class::isSealed)
                .map(type -> DynamicTest.dynamicTest(type.getName(), () -> {
                    assertThat(type.getMethods())
                            .filteredOn(method -> method.getName().equals("match"))
                            .extracting(Method::getParameterCount)
                            .contains(arms(type));
                }));
    }

    private static int arms(Class<?> type) {
        return Stream.of(type.getPermittedSubclasses())
                .mapToInt(arm -> arm.isSealed() ? arms(arm) : 1)
                .sum();
    }

    private static Set<Class<?>> types() {
        Set<Class<?>> types = new TreeSet<>(Comparator.comparing(Class::getName));
        KindRegistry.standard().all().forEach(kind -> collect(kind.type(), types));
        collect(MeshConfig.class, types);
        collect(MeshNetworks.class, types);
        return types;
    }

    private static void collect(Type type, Set<Class<?>> types) {
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                collect(argument, types);
            }
        } else if (type instanceof Class<?> raw
                && raw.getName().startsWith("io.eastwest.model.")
                && !raw.isEnum()
                && !raw.getSimpleName().endsWith("Builder")
                && types.add(raw)) {
            for (Method method : raw.getMethods()) {
                if (method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers())) {
                    collect(method.getGenericReturnType(), types);
                }
            }
            if (raw.isSealed()) {
                Stream.of(raw.getPermittedSubclasses()).forEach(arm -> collect(arm, types));
            }
        }
    }
}
