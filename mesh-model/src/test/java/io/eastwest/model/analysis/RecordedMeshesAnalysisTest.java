package io.eastwest.model.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.RecordedMeshes;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.issue.IssueCode;
import io.eastwest.model.reader.ManifestReader;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mesh of the recorded cases can be analysed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RecordedMeshesAnalysisTest {
    /** Checks that upstream does not have. */
    private static final List<IssueCode> OWN = List.of(
            IssueCode.SOURCE_CLUSTER_UNKNOWN,
            IssueCode.SUBSET_MISSING_IN_CLUSTER,
            IssueCode.HOST_NOT_RESOLVABLE,
            IssueCode.NETWORK_LABEL_CONFLICT,
            IssueCode.HIDDEN_FROM_EAST_WEST_GATEWAY);

    static List<Path> meshes() {
        return RecordedMeshes.folders();
    }

    @ParameterizedTest
    @MethodSource("meshes")
    void isAnalysedToTheSameFindingsEachWithPlaceAndCode(Path mesh) {
        MeshSnapshot snapshot =
                MeshSnapshot.read(mesh, ManifestReader.pruning()).orThrow();

        List<Issue> issues = MeshAnalysis.check(snapshot);

        assertThat(MeshAnalysis.check(snapshot)).isEqualTo(issues);
        assertThat(issues).isSorted().doesNotHaveDuplicates().allSatisfy(issue -> {
            assertThat(issue.resource()).isPresent();
            assertThat(issue.location()).isPresent();
            assertThat(AnalysisCodes.of(issue).isPresent() || OWN.contains(issue.code()))
                    .isTrue();
        });
    }
}
