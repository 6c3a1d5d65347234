package io.eastwest.samples.testing;

import io.eastwest.routing.MeshRouter;
import io.eastwest.testing.expect.MeshExpectations;
import io.eastwest.testing.junit.MeshTest;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

@MeshTest("src/test/resources/quickstart")
class ExpectationsTest {
    @TestFactory
    Stream<DynamicTest> theMeshDoesWhatIsExpected(MeshRouter router) {
        return MeshExpectations.read(Path.of("src/test/resources/quickstart/expect.yaml"))
                .orThrow()
                .tests(router);
    }
}
