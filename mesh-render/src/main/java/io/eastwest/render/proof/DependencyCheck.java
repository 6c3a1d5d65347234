package io.eastwest.render.proof;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.Manifest;
import io.eastwest.render.MeshTree;
import io.eastwest.routing.Caller;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.CallResult;
import io.eastwest.routing.question.FailureMatrix;
import io.eastwest.routing.question.MatrixAxes;
import io.eastwest.routing.question.MatrixRow;
import io.eastwest.routing.question.MeshFailure;
import io.eastwest.routing.question.MeshFailure.Kind;
import io.eastwest.routing.question.MeshFailures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What depends on each file of a tree: calls are decided with it and without it, healthy and with single failures. One workload of
 * each cluster, locality, namespace and service account calls, the first by name, and one of them without a proxy. Immutable and
 * thread-safe.
 */
public final class DependencyCheck {
    private final MeshSnapshot mesh;
    private final Kind[] kinds;
    private final MatrixAxes axes;
    private final List<MatrixRow> before;
    private final SortedMap<String, Place> files;

    private DependencyCheck(MeshTree tree, Kind... kinds) {
        this.mesh = tree.snapshot();
        this.kinds = kinds.clone();
        MeshRouter router = MeshRouter.of(mesh);
        this.axes = MatrixAxes.of(router).calledBy(Clients.ofEachIdentityAndPlace(router)).toBuilder()
                .failures(MeshFailures.of(router, kinds))
                .build();
        this.before = FailureMatrix.of(router, axes).rows();
        this.files = new TreeMap<>();
        for (String cluster : mesh.clusters()) {
            for (Manifest manifest : mesh.manifests(cluster)) {
                files.put(MeshTree.path(cluster, manifest.resource()), new Place(cluster, manifest));
            }
        }
    }

    /** Where a resource is. */
    private record Place(String cluster, Manifest manifest) {}

    /**
     * Asks all calls of a tree once, healthy and with each cluster failing.
     *
     * @param tree the files
     * @return the check
     */
    public static DependencyCheck of(MeshTree tree) {
        return new DependencyCheck(tree, Kind.CLUSTER);
    }

    /**
     * Asks all calls of a tree once, healthy and with each single failure of some kinds.
     *
     * @param tree the files
     * @param kinds what fails, one thing at a time; none: nothing does
     * @return the check
     */
    public static DependencyCheck of(MeshTree tree, Kind... kinds) {
        return new DependencyCheck(tree, kinds);
    }

    /** {@return paths of the files that may be asked for, each of one resource, in path order} */
    public List<String> files() {
        return List.copyOf(files.keySet());
    }

    /**
     * Who loses calls without a file.
     *
     * @param path path of the file, see {@link #files()}
     * @return clients and services of which a larger share of calls is lost, by state, then by service and client; empty: nothing depends
     *     on it
     * @throws IllegalArgumentException if the tree has no such resource
     */
    public List<Dependent> dependents(String path) {
        return changes(path).stream()
                .filter(each -> each.effect() == Dependent.Effect.LOSES)
                .toList();
    }

    /**
     * Whose calls end in another way without a file: who loses them, who gets through that is refused with it, and whose are answered
     * elsewhere. Where the failing thing is itself of that file, nothing fails without it.
     *
     * @param path path of the file, see {@link #files()}
     * @return clients and services, by state, then by service and client; empty: the file decides nothing
     * @throws IllegalArgumentException if the tree has no such resource
     */
    public List<Dependent> changes(String path) {
        Place place = files.get(path);
        if (place == null) {
            throw new IllegalArgumentException("no resource of the tree has the file \"" + path + "\"");
        }
        MeshRouter router = MeshRouter.of(mesh.toBuilder()
                .remove(place.cluster(), place.manifest().resource().key())
                .build());
        List<MeshFailure> possible = MeshFailures.of(router, kinds);
        List<MeshFailure> left =
                axes.failures().stream().filter(possible::contains).toList();
        MatrixAxes asked = MatrixAxes.builder()
                .targets(axes.targets())
                .callers(axes.callers().stream()
                        .filter(caller -> exists(router, caller))
                        .toList())
                .failures(left)
                .build();
        Map<String, MatrixRow> after = new LinkedHashMap<>();
        FailureMatrix.of(router, asked).rows().forEach(row -> after.put(key(row), row));
        List<Dependent> changes = new ArrayList<>();
        before.forEach(row -> add(row, after, "healthy", -1, -1, changes));
        for (int i = 0; i < axes.failures().size(); i++) {
            MeshFailure failure = axes.failures().get(i);
            for (MatrixRow row : before) {
                add(row, after, failure.name(), i, left.indexOf(failure), changes);
            }
        }
        return List.copyOf(changes);
    }

    private static void add(
            MatrixRow row,
            Map<String, MatrixRow> after,
            String state,
            int column,
            int columnAfter,
            List<Dependent> changes) {
        CallResult with = result(row, column);
        MatrixRow other = after.get(key(row));
        CallResult without = other == null ? CallResult.builder().called(false).build() : result(other, columnAfter);
        if (with.called() && !with.equals(without)) {
            changes.add(new Dependent(row.target(), row.call(), state, with, without));
        }
    }

    private static CallResult result(MatrixRow row, int column) {
        return column < 0 ? row.healthy() : row.cells().get(column).result();
    }

    private static String key(MatrixRow row) {
        return row.target() + " " + row.call().caller();
    }

    private static boolean exists(MeshRouter router, Caller caller) {
        return router.view(caller.cluster()).workloads().stream()
                .anyMatch(pod -> pod.cluster().equals(caller.cluster())
                        && pod.namespace().equals(caller.namespace())
                        && pod.name().equals(caller.workload()));
    }
}
