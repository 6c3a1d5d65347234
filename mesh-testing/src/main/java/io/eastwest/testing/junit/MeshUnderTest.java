package io.eastwest.testing.junit;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.InvalidResourceException;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.coverage.MeshCoverage;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** The mesh that a test names. */
record MeshUnderTest(MeshSnapshot snapshot, MeshRouter router, Conditions conditions) {
    private static final Namespace MESHES = Namespace.create(MeshUnderTest.class);

    /** {@return the mesh of a test, read when it is asked for the first time in a run} */
    static MeshUnderTest of(ExtensionContext context) {
        MeshTest annotation = annotation(context);
        Path folder = Path.of(annotation.value()).toAbsolutePath().normalize();
        MeshRouter router =
                context.getRoot().getStore(MESHES).computeIfAbsent(folder, MeshUnderTest::read, MeshRouter.class);
        MeshRouter heard = annotation.coverage() < 0
                ? router
                : ClassCoverage.find(context).map(MeshCoverage::router).orElse(router);
        return new MeshUnderTest(
                router.snapshot(), annotation.strict() ? heard.strict() : heard, conditions(annotation));
    }

    private static MeshTest annotation(ExtensionContext context) {
        return context.getElement()
                .flatMap(element -> AnnotationSupport.findAnnotation(element, MeshTest.class))
                .or(() -> AnnotationSupport.findAnnotation(
                        context.getRequiredTestClass(), MeshTest.class, context.getEnclosingTestClasses()))
                .orElseThrow(() -> new ExtensionConfigurationException("neither " + context.getDisplayName()
                        + " nor its class says which mesh it is about;" + " add @MeshTest(\"<folder>\")"));
    }

    private static MeshRouter read(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new ExtensionConfigurationException("@MeshTest names the folder " + folder
                    + ", which is not there; it is relative to the working directory "
                    + Path.of("").toAbsolutePath());
        }
        try {
            return MeshRouter.of(MeshSnapshot.read(folder).orThrow());
        } catch (InvalidResourceException invalid) {
            throw new ExtensionConfigurationException(
                    "the mesh in " + folder + " has errors:\n" + invalid.getMessage(), invalid);
        }
    }

    private static Conditions conditions(MeshTest annotation) {
        try {
            return Conditions.parse(annotation.conditions());
        } catch (IllegalArgumentException refused) {
            throw new ExtensionConfigurationException("@MeshTest(conditions): " + refused.getMessage(), refused);
        }
    }
}
