package io.eastwest.testing.expect;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.balancing.Share;
import io.eastwest.testing.coverage.CoverageReport;
import io.eastwest.testing.coverage.MeshCoverage;
import io.eastwest.testing.mutation.MeshMutations;
import io.eastwest.testing.mutation.MutationReport;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The command that holds a mesh against its expectations: {@code CheckMesh MESH [EXPECTATIONS] [--junit FILE]}. Without a
 * second argument, the expectations are those of {@code expect.yaml} in the folder of the mesh.
 *
 * <p>With {@code --coverage} it tells which rules of the mesh the expectations reach; {@code --coverage-at-least PERCENT} fails
 * when it is less, and {@code --coverage-html}, {@code --coverage-json} and {@code --coverage-lcov} write that to a file.
 *
 * <p>With {@code --mutate} it changes the mesh in many small ways and tells which changes the expectations do not see, each with the
 * expectation that would; {@code --mutate-at-least PERCENT} fails when they see less, {@code --mutate-at-most MUTANTS} bounds how
 * many are tried. It is not done while an expectation does not hold.
 *
 * <p>Exit codes: 0 all expectations hold; 1 one does not, or less is reached or killed than asked for; 2 the mesh, the expectations or the arguments have errors, or the
 * report cannot be written.
 */
public final class CheckMesh {
    private static final int FAILED = 1;
    private static final int BAD_INPUT = 2;
    private static final int HUNDRED = 100;

    private final PrintStream out;

    private CheckMesh(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the command and ends the JVM.
     *
     * @param arguments folder of the mesh, and what else the type says
     */
    public static void main(String... arguments) {
        System.exit(run(System.out, arguments));
    }

    /**
     * Runs the command.
     *
     * @param out takes the summary, or what is wrong
     * @param arguments folder of the mesh, and what else the type says
     * @return the exit code
     */
    public static int run(PrintStream out, String... arguments) {
        return CheckOptions.of(arguments)
                .map(options -> new CheckMesh(out).run(options))
                .orElseGet(() -> {
                    out.println(CheckOptions.USAGE);
                    return BAD_INPUT;
                });
    }

    private int run(CheckOptions options) {
        ReadResult<MeshSnapshot> snapshot = MeshSnapshot.read(options.mesh());
        ReadResult<MeshExpectations> expectations = MeshExpectations.read(options.expectations());
        List<Issue> errors = new ArrayList<>();
        snapshot.issues().stream().filter(Issue::isError).forEach(errors::add);
        expectations.issues().stream().filter(Issue::isError).forEach(errors::add);
        errors.forEach(out::println);
        if (!errors.isEmpty()) {
            return BAD_INPUT;
        }
        try {
            return check(snapshot.orThrow(), expectations.orThrow(), options);
        } catch (UncheckedIOException e) {
            out.println(e.getMessage());
            return BAD_INPUT;
        }
    }

    private int check(MeshSnapshot mesh, MeshExpectations expectations, CheckOptions options) {
        MeshRouter router = MeshRouter.of(mesh);
        MeshCoverage coverage = MeshCoverage.of(router);
        boolean covered = options.asks(CheckOptions.COVERAGE);
        ExpectationReport report = expectations.check(covered ? coverage.router() : router);
        out.print(report.toText());
        write(
                options.value(CheckOptions.JUNIT),
                () -> report.toJUnitXml(mesh.topology().metadata().name()));
        boolean passed = report.passed();
        if (covered) {
            passed &= show(coverage.report(), options);
        }
        if (options.asks(CheckOptions.MUTATE)) {
            passed &= report.passed() && mutate(router, expectations, options);
        }
        return passed ? 0 : FAILED;
    }

    /** {@return whether enough is reached} */
    private boolean show(CoverageReport report, CheckOptions options) {
        out.print(report.toText());
        write(options.value(CheckOptions.COVERAGE_HTML), report::toHtml);
        write(options.value(CheckOptions.COVERAGE_JSON), report::toJson);
        write(options.value(CheckOptions.COVERAGE_LCOV), () -> report.toLcov(folder(options.mesh())));
        int least = options.number(CheckOptions.COVERAGE_LEAST, 0);
        boolean enough = report.share().compareTo(Share.of(least, HUNDRED)) >= 0;
        if (!enough) {
            out.println("FAILED  calls must reach " + least + "% of the rules");
        }
        return enough;
    }

    /** {@return whether enough mutants are killed} */
    private boolean mutate(MeshRouter router, MeshExpectations expectations, CheckOptions options) {
        MutationReport report = MeshMutations.of(router)
                .atMost(options.number(CheckOptions.MUTATE_MOST, MeshMutations.DEFAULT_MOST))
                .run(expectations::failing);
        out.print(report.toText());
        int least = options.number(CheckOptions.MUTATE_LEAST, 0);
        boolean enough = report.score().compareTo(Share.of(least, HUNDRED)) >= 0;
        if (!enough) {
            out.println("FAILED  expectations must kill " + least + "% of the mutants");
        }
        return enough;
    }

    private static String folder(Path mesh) {
        return mesh.normalize().toString().replace('\\', '/') + "/";
    }

    private static void write(Optional<String> file, Supplier<String> text) {
        if (file.isPresent()) {
            try {
                Files.writeString(Path.of(file.get()), text.get(), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException("cannot write " + file.get() + ": " + e.getMessage(), e);
            }
        }
    }
}
