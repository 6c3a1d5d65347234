package io.eastwest.samples.rotation;

import io.eastwest.pki.MeshTrust;
import io.eastwest.pki.key.KeyAlgorithm;
import io.eastwest.pki.rotation.RotationPlan;
import io.eastwest.pki.rotation.RotationSimulation;
import io.eastwest.routing.Call;
import io.eastwest.routing.Conditions;
import io.eastwest.routing.MeshRouter;
import io.eastwest.samples.mesh.SeedMesh;
import io.eastwest.samples.text.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * How is the root of a mesh replaced without an outage, and what if nobody does it? Plans the steps, verifies every state on the
 * way with real certificates, and writes what to apply.
 */
public final class RotationSample {
    private static final Call ORDERS =
            Call.get("http://mybackend-app.my-backend:8080/orders").from("frontend", "my-frontend", "cluster-1");

    private RotationSample() {}

    /**
     * Writes the steps and prints the plan.
     *
     * @param args nothing, or the folder to write; without one a new folder for temporary files
     * @throws IOException if no folder for temporary files can be made
     */
    public static void main(String[] args) throws IOException {
        Path folder = args.length > 0 ? Path.of(args[0]) : Files.createTempDirectory("rotation");
        System.out.print(answer(folder));
    }

    /**
     * Writes {@code plan.txt}, {@code plan.mmd} and the manifests of each step.
     *
     * @param folder where to
     * @return the plan, the states that were verified, and what becomes of a call without it; no key
     */
    public static String answer(Path folder) {
        MeshTrust current = trust();
        RotationPlan plan = current.rotationTo(trust());
        plan.writeTo(folder);
        RotationSimulation states = plan.simulate(current.issuer());

        return Answer.to("How is the root of a mesh replaced without an outage, and what if nobody does it?")
                .text("The plan, written to " + folder + ":", plan.toText())
                .text("Every state on the way:", states.toText())
                .text(
                        "What would break it, if clusters did not wait for each other:",
                        String.join("\n", states.unsafeWithoutWaiting()))
                .outage(MeshRouter.of(SeedMesh.snapshot()).decide(ORDERS, Conditions.authorityExpired("cluster-1")))
                .toText();
    }

    /** {@return a root of its own and an intermediate for each cluster} */
    static MeshTrust trust() {
        return MeshTrust.builder()
                .algorithm(KeyAlgorithm.EC_P256)
                .cluster("cluster-1")
                .cluster("cluster-2")
                .build();
    }
}
