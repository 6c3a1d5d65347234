package io.eastwest.testing.junit;

import io.eastwest.model.topology.ClusterTopology;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailures;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;

/** Runs a test once for each combination of what its parameters ask for. */
final class MatrixExtension implements TestTemplateInvocationContextProvider {
    private static final List<Class<?>> TYPES = List.of(Caller.class, ClusterTopology.class, MeshFailure.class);
    private static final int MOST_RUNS = 100_000;

    /** {@return whether conditions of a test are those of a matrix} */
    static boolean gives(ExtensionContext context) {
        return context.getTestMethod()
                .map(method -> method.isAnnotationPresent(MeshMatrix.class))
                .orElse(false);
    }

    /** {@return whether a matrix has a run for each value of a type} */
    static boolean isAxis(Class<?> type) {
        return TYPES.contains(type);
    }

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return gives(context);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        MeshUnderTest mesh = MeshUnderTest.of(context);
        List<List<Object>> runs = List.of(List.of());
        for (Parameter parameter : method.getParameters()) {
            if (isAxis(parameter.getType())) {
                runs = times(runs, values(parameter.getType(), method, mesh.router()), method);
            }
        }
        if (runs.equals(List.of(List.of()))) {
            throw new ExtensionConfigurationException("@MeshMatrix on " + method.getName()
                    + " needs a parameter of type Caller, ClusterTopology or MeshFailure");
        }
        return runs.stream().map(values -> new MatrixRun(values, mesh.conditions()));
    }

    private static List<? extends Object> values(Class<?> type, Method method, MeshRouter router) {
        List<? extends Object> values;
        if (type == Caller.class) {
            values = MatrixAxes.of(router).callers();
        } else if (type == ClusterTopology.class) {
            values = router.snapshot().topology().spec().clusters();
        } else {
            values = MeshFailures.of(
                    router, method.getAnnotation(MeshMatrix.class).failures());
        }
        if (values.isEmpty()) {
            throw new ExtensionConfigurationException("@MeshMatrix on " + method.getName() + ": the mesh has no "
                    + type.getSimpleName() + " to run it with");
        }
        return values;
    }

    private static List<List<Object>> times(List<List<Object>> runs, List<? extends Object> values, Method method) {
        if ((long) runs.size() * values.size() > MOST_RUNS) {
            throw new ExtensionConfigurationException("@MeshMatrix on " + method.getName() + " would run more than "
                    + MOST_RUNS + " times; ask for fewer parameters or kinds of failures");
        }
        List<List<Object>> longer = new ArrayList<>();
        for (List<Object> run : runs) {
            for (Object value : values) {
                List<Object> with = new ArrayList<>(run);
                with.add(value);
                longer.add(with);
            }
        }
        return longer;
    }
}
