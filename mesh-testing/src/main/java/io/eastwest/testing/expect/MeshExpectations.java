package io.eastwest.testing.expect;

import io.eastwest.model.issue.DocumentPath;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.SourceLocation;
import io.eastwest.model.reader.Manifest;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.routing.MeshRouter;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * What a mesh is expected to do, as a file says it. Immutable and thread-safe. The file is strict YAML:
 *
 * <pre>
 * apiVersion: eastwest.io/v1
 * kind: MeshExpectations
 * metadata:
 *   name: shop
 * spec:
 *   expectations:
 *   - name: orders fail over to west           # default: the call
 *     call:
 *       url: http://orders.shop:8080/          # or tcp: host:port; method (GET) and headers may follow
 *       from: east/shop/web                    # or arrivingAt: the gateway of a call from outside
 *     when: workload east/shop/orders down     # see Conditions.parse; default: nothing is broken
 *     expect:                                  # all of it must hold
 *       outcome: forwarded                     # or redirected, direct, refused; of all calls
 *       clusters: {west: all, east: none}      # exact shares: all, none, 3/4, 12.5%
 * </pre>
 *
 * <p>Further fields of {@code expect}: {@code service} (name.namespace), {@code subset}, {@code route}, {@code workloads}
 * (shares, as clusters), {@code neverClusters}, {@code gateway} (the cluster whose east-west gateway all pass), {@code status},
 * {@code flags}, {@code location}, {@code timeout}, {@code retries}, {@code sentPath}, {@code copiedTo}, {@code noFindings}.
 */
public final class MeshExpectations {
    private final List<Expectation> all;
    private final Path folder;

    private MeshExpectations(List<Expectation> all, Path folder) {
        this.all = List.copyOf(all);
        this.folder = folder;
    }

    /**
     * Reads a file.
     *
     * @param file the file, by convention {@code expect.yaml} beside {@code topology.yaml}
     * @return the expectations; without them when anything is wrong with the file, and all that is
     */
    public static ReadResult<MeshExpectations> read(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file.toAbsolutePath());
        ReadResult<List<Manifest>> read = ExpectationDocument.reader().read(file.toAbsolutePath(), folder);
        List<Issue> issues = new ArrayList<>(read.issues());
        List<Expectation> all = new ArrayList<>();
        read.value().orElse(List.of()).forEach(manifest -> addAll(manifest, all, issues));
        return issues.stream().anyMatch(Issue::isError)
                ? ReadResult.failed(issues)
                : ReadResult.of(new MeshExpectations(all, folder), issues);
    }

    private static void addAll(Manifest manifest, List<Expectation> all, List<Issue> issues) {
        if (!(manifest.resource() instanceof ExpectationDocument document)) {
            issues.add(ExpectationReading.notExpectations(manifest));
            return;
        }
        List<ExpectationDocument.Entry> entries = document.spec().expectations();
        for (int index = 0; index < entries.size(); index++) {
            DocumentPath path =
                    DocumentPath.root().field("spec").field("expectations").index(index);
            new ExpectationReading(manifest, path, issues)
                    .read(entries.get(index))
                    .ifPresent(all::add);
        }
    }

    /** {@return how many there are} */
    public int size() {
        return all.size();
    }

    /**
     * Holds them against a mesh.
     *
     * @param router the mesh
     * @return what holds and what does not, in the order of the file
     */
    public ExpectationReport check(MeshRouter router) {
        return new ExpectationReport(all.stream()
                .map(each -> new ExpectationReport.Result(each.name(), each.location(), each.failures(router)))
                .toList());
    }

    /**
     * What does not hold for a mesh, for {@link io.eastwest.testing.mutation.MutationSuite}.
     *
     * @param router the mesh
     * @return names of the expectations that do not hold, with the line where each is written, in the order of the file
     */
    public List<String> failing(MeshRouter router) {
        return all.stream()
                .filter(each -> !each.failures(router).isEmpty())
                .map(each -> each.name()
                        + each.location().map(place -> " [" + place + "]").orElse(""))
                .toList();
    }

    /**
     * One test for each, for a method with {@code @TestFactory}.
     *
     * @param router the mesh
     * @return tests in the order of the file, each with its line as the source
     */
    public Stream<DynamicTest> tests(MeshRouter router) {
        return all.stream()
                .map(each -> DynamicTest.dynamicTest(each.name(), source(each.location()), () -> {
                    List<String> failures = each.failures(router);
                    if (!failures.isEmpty()) {
                        throw new AssertionError(String.join("\n\n", failures));
                    }
                }));
    }

    private URI source(Optional<SourceLocation> location) {
        return location.map(place -> URI.create(
                        folder.resolve(place.file()).toUri() + "?line=" + place.line() + "&column=" + place.column()))
                .orElseGet(folder::toUri);
    }
}
