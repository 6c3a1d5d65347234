package io.eastwest.testing.junit;

import io.eastwest.testing.coverage.CoverageReport;
import io.eastwest.testing.coverage.MeshCoverage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.platform.commons.support.AnnotationSupport;

/** Measures which rules of a mesh the tests of a class reach. */
final class ClassCoverage {
    private static final Namespace COVERAGE = Namespace.create(ClassCoverage.class);
    private static final int MOST = 100;

    private ClassCoverage() {}

    /** {@return what is gathered for the class around a test; empty: it is not measured} */
    static Optional<MeshCoverage> find(ExtensionContext context) {
        return Optional.ofNullable(context.getStore(COVERAGE).get(MeshCoverage.class, MeshCoverage.class));
    }

    /** {@return the annotation of a class itself, if it asks for coverage} */
    private static Optional<MeshTest> asked(ExtensionContext context) {
        return AnnotationSupport.findAnnotation(context.getRequiredTestClass(), MeshTest.class)
                .filter(annotation -> annotation.coverage() >= 0);
    }

    static void start(ExtensionContext context) {
        Optional<MeshTest> asked = asked(context);
        if (asked.isPresent()) {
            if (asked.get().coverage() > MOST) {
                throw new ExtensionConfigurationException("@MeshTest(coverage) is a percentage, 0 to 100, but was "
                        + asked.get().coverage());
            }
            context.getStore(COVERAGE)
                    .put(
                            MeshCoverage.class,
                            MeshCoverage.of(MeshUnderTest.of(context).router()));
        }
    }

    static void end(ExtensionContext context) {
        Optional<MeshTest> asked = asked(context);
        Optional<MeshCoverage> gathered = find(context);
        if (asked.isPresent() && gathered.isPresent()) {
            CoverageReport report = gathered.get().report();
            if (!asked.get().coverageReports().isEmpty()) {
                write(
                        report,
                        Path.of(asked.get().coverageReports()),
                        context.getRequiredTestClass().getName(),
                        asked.get().value());
            }
            report.requireAtLeast(asked.get().coverage());
        }
    }

    private static void write(CoverageReport report, Path folder, String name, String mesh) {
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name + ".txt"), report.toText(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(name + ".html"), report.toHtml(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(name + ".json"), report.toJson(), StandardCharsets.UTF_8);
            Files.writeString(folder.resolve(name + ".info"), report.toLcov(mesh + "/"), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write reports to " + folder, e);
        }
    }
}
