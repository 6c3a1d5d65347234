package io.eastwest.testing.junit;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.coverage.MeshCoverage;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the mesh that they are about. */
final class MeshExtension implements ParameterResolver, BeforeAllCallback, AfterAllCallback {
    private static final List<Class<?>> TYPES =
            List.of(MeshSnapshot.class, MeshRouter.class, Conditions.class, MeshCoverage.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        ClassCoverage.start(context);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        ClassCoverage.end(context);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return TYPES.contains(type) && !(type == Conditions.class && MatrixExtension.gives(context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == MeshCoverage.class) {
            return ClassCoverage.find(context)
                    .orElseThrow(() -> new ExtensionConfigurationException(
                            "coverage is not measured; add @MeshTest(coverage = ...) to the class"));
        }
        MeshUnderTest mesh = MeshUnderTest.of(context);
        if (type == MeshSnapshot.class) {
            return mesh.snapshot();
        }
        return type == MeshRouter.class ? mesh.router() : mesh.conditions();
    }
}
