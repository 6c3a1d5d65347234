package io.eastwest.samples.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What does a mesh look like on one page, and in pictures? */
class ReportSampleTest {
    private static final Map<String, String> FILES = ReportSample.files(Instant.EPOCH);

    @Test
    void aPageAndFourPicturesAreWritten(@TempDir Path folder) throws Exception {
        String answer = ReportSample.answer(folder, Instant.EPOCH);

        assertThat(FILES).containsOnlyKeys("mesh.html", "topology.svg", "trust.svg", "orders.svg", "outage.svg");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            assertThat(Files.readString(folder.resolve(file.getKey()))).isEqualTo(file.getValue());
            assertThat(answer).contains("\n" + file.getKey() + "\n");
        }
    }

    @Test
    void thePageShowsServicesFailuresAndPictures() {
        assertThat(FILES.get("mesh.html"))
                .contains(
                        "<h1>Mesh ",
                        "mybackend-app.",
                        "region region1",
                        "<svg class=\"diagram\"",
                        "istiod of cluster-2");
    }

    @Test
    void theOutageMovesTheCallsOfOrdersToTheOtherCluster(@TempDir Path folder) {
        assertThat(FILES.get("outage.svg"))
                .contains(">100% becomes 0%</text>", ">0% becomes 100%</text>", ">cluster cluster-2</text>");
        assertThat(ReportSample.answer(folder, Instant.EPOCH)).contains("-->|\"0% becomes 100%\"|");
    }

    @Test
    void sameMeshGivesSameBytes() {
        assertThat(ReportSample.files(Instant.EPOCH)).isEqualTo(FILES);
    }
}
