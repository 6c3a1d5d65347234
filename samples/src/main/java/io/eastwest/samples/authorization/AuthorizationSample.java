package io.eastwest.samples.authorization;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.routing.MeshRouter;
import io.eastwest.routing.question.IneffectivePolicies;
import io.eastwest.routing.question.WhoMayCall;
import io.eastwest.samples.mesh.SampleMesh;
import io.eastwest.samples.text.Answer;

/** Who may call a service, by which rule, and which rules do nothing? The manifests are in {@code mesh/authorization}. */
public final class AuthorizationSample {
    private AuthorizationSample() {}

    /**
     * Prints the answer.
     *
     * @param args ignored
     */
    public static void main(String[] args) {
        System.out.print(answer());
    }

    /** {@return the table of callers and kinds of calls, and the policies that do nothing} */
    public static String answer() {
        MeshRouter router = router();
        return Answer.to("Who may call a service, by which rule, and which rules do nothing?")
                .text("Access:", access(router).toText())
                .text("Without an effect:", IneffectivePolicies.of(router).toText())
                .toText();
    }

    /** {@return the mesh} */
    static MeshRouter router() {
        return MeshRouter.of(
                MeshSnapshot.read(SampleMesh.folder("authorization")).orThrow());
    }

    /**
     * Asks who may call the backend.
     *
     * @param router the mesh
     * @return the table
     */
    static WhoMayCall access(MeshRouter router) {
        return WhoMayCall.of(router, "mybackend-app.my-backend", 8080);
    }
}
