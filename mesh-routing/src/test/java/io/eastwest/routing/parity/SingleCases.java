package io.eastwest.routing.parity;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The recorded cases, each a test that can be run alone: what a mutation run repeats for each mutant. The build walks
 * them by {@link ParityTest}, which reads all of them at once; this class is therefore none of those that it runs.
 *
 * <p>{@code -Deastwest.parity.only=TEXT} leaves the cases whose {@code <area>/<case>} contains the text.
 */
class SingleCases {
    /** What is read of a case holds no value that the code under test made, so that it may outlive a mutant. */
    private static final Map<String, Read> READ = new ConcurrentHashMap<>();

    static Stream<String> ids() {
        return Read.IDS.stream();
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("ids")
    void isAnsweredAsRecorded(String id) {
        Read read = READ.computeIfAbsent(id, Read::of);

        List<String> failures = CaseRun.of(read.recorded(), any -> RouterEngine.compile(read.mesh())).stream()
                .filter(verdict ->
                        !verdict.passed() && Read.PENDING.covering(verdict).isEmpty())
                .map(Verdict::text)
                .toList();

        assertThat(failures).isEmpty();
    }

    private record Read(ParityCase recorded, MeshOfCase mesh) {
        static final PendingList PENDING = PendingList.read(ParityCases.own().resolve("pending.yaml"));

        static final List<String> IDS = ParityCases.ids(ParityCases.own()).stream()
                .filter(id -> id.contains(System.getProperty("eastwest.parity.only", "")))
                .toList();

        static Read of(String id) {
            Path root = ParityCases.own();
            ParityCase recorded = ParityCase.read(root, root.resolve(id));
            return new Read(recorded, MeshOfCase.read(recorded));
        }
    }
}
