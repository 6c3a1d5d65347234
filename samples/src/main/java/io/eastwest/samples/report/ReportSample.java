package io.eastwest.samples.report;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.writer.FileTree;
import io.eastwest.render.diagram.DiagramSvg;
import io.eastwest.render.diagram.MeshDiagrams;
import io.eastwest.render.report.MeshReport;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.diagram.Diagram;
import io.eastwest.routing.trust.ClusterAuthentication;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What does a mesh look like on one page, and in pictures? Writes the report of a mesh and four pictures of it, which a browser
 * opens without a network.
 */
public final class ReportSample {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");
    private static final Conditions OUTAGE = Conditions.workloadDown("cluster-1", "my-backend", "mybackend-app");

    private ReportSample() {}

    /**
     * Writes the files and prints the answer.
     *
     * @param args nothing, or the folder to write; without one a new folder for temporary files
     * @throws IOException if no folder for temporary files can be made
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("report");
        System.out.print(answer(folder, Instant.now()));
    }

    /**
     * Writes {@code mesh.html} and the pictures.
     *
     * @param folder where to
     * @param time when certificates must be valid
     * @return the names of the files, and what the outage moves
     */
    public static String answer(Path folder, Instant time) {
        SortedMap<String, String> files = files(time);
        FileTree.of(files).writeTo(folder);

        return Answer.to("What does a mesh look like on one page, and in pictures?")
                .text("Written to " + folder + ":", String.join("\n", files.keySet()))
                .text("What the outage moves:", outage(router()).toMermaid())
                .toText();
    }

    /**
     * Makes the files.
     *
     * @param time when certificates must be valid
     * @return the texts by name
     */
    static SortedMap<String, String> files(Instant time) {
        ReadResult<MeshSnapshot> read = MeshSnapshot.read(SampleMesh.folder("failover"));
        MeshRouter router = MeshRouter.of(read.orThrow());
        SortedMap<String, String> files = new TreeMap<>();
        files.put(
                "mesh.html",
                MeshReport.of(router, time).withIssues(read.issues()).toHtml());
        files.put("topology.svg", DiagramSvg.of(MeshDiagrams.topology(router)));
        files.put("trust.svg", DiagramSvg.of(MeshDiagrams.trust(ClusterAuthentication.of(router.snapshot(), time))));
        files.put("orders.svg", DiagramSvg.of(MeshDiagrams.decision(router.decide(ORDERS))));
        files.put("outage.svg", DiagramSvg.of(outage(router)));
        return files;
    }

    private static Diagram outage(MeshRouter router) {
        return MeshDiagrams.failure(router, ORDERS, OUTAGE);
    }

    private static MeshRouter router() {
        return MeshRouter.of(MeshSnapshot.read(SampleMesh.folder("failover")).orThrow());
    }
}
