package io.eastwest.testing.junit;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import java.util.List;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives tests the mesh that they are about. */
final class MeshExtension implements ParameterResolver {
    private static final List<Class<?>> TYPES = List.of(MeshSnapshot.class, MeshRouter.class, Conditions.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return TYPES.contains(type) && !(type == Conditions.class && MatrixExtension.gives(context));
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        MeshUnderTest mesh = MeshUnderTest.of(context);
        Class<?> type = parameter.getParameter().getType();
        if (type == MeshSnapshot.class) {
            return mesh.snapshot();
        }
        return type == MeshRouter.class ? mesh.router() : mesh.conditions();
    }
}
