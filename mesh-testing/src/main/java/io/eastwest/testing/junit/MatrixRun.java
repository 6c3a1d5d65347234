package io.eastwest.testing.junit;

import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.question.MeshFailure;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One run of a matrix.
 *
 * @param values values of the parameters that the matrix gives, in their order
 * @param base what is broken in all runs
 */
record MatrixRun(List<Object> values, Conditions base) implements TestTemplateInvocationContext, ParameterResolver {
    @Override
    public String getDisplayName(int invocation) {
        return values.stream().map(MatrixRun::text).collect(Collectors.joining(", "));
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Conditions.class || MatrixExtension.isAxis(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        if (parameter.getParameter().getType() == Conditions.class) {
            return conditions();
        }
        long before = Stream.of(parameter.getDeclaringExecutable().getParameterTypes())
                .limit(parameter.getIndex())
                .filter(MatrixExtension::isAxis)
                .count();
        return values.get(Math.toIntExact(before));
    }

    private Conditions conditions() {
        return values.stream()
                .filter(MeshFailure.class::isInstance)
                .map(value -> ((MeshFailure) value).conditions())
                .reduce(base, Conditions::and);
    }

    private static String text(Object value) {
        return value instanceof ClusterTopology cluster ? cluster.name() : value.toString();
    }
}
