package io.eastwest.routing.parity;

import io.eastwest.model.MeshSnapshot;
import io.eastwest.model.issue.Issue;
import io.eastwest.model.kubernetes.Pod;
import io.eastwest.model.reader.ManifestReader;
import io.eastwest.model.reader.ReadResult;
import io.eastwest.model.validation.MeshValidation;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The mesh of a case as an API server would hold it.
 *
 * @param snapshot the mesh
 * @param findings what reading and validation found wrong, one line each
 * @param podAddresses primary address of each pod, by {@code <cluster>/<namespace>/<name>}
 */
record MeshOfCase(MeshSnapshot snapshot, List<String> findings, Map<String, String> podAddresses) {
    static MeshOfCase read(ParityCase parityCase) {
        ReadResult<MeshSnapshot> result = MeshSnapshot.read(parityCase.directory(), ManifestReader.pruning());
        MeshSnapshot snapshot = result.value()
                .orElseThrow(() -> new IllegalArgumentException("no mesh in " + parityCase.id() + result.issues()));
        List<String> findings = Stream.concat(result.issues().stream(), MeshValidation.check(snapshot).stream())
                .map(Issue::toString)
                .toList();
        Map<String, String> addresses = new TreeMap<>();
        for (String cluster : snapshot.clusters()) {
            for (Pod pod : snapshot.resources(cluster, Pod.class)) {
                String name = cluster + "/" + pod.metadata().namespace().orElse("default") + "/"
                        + pod.metadata().name();
                pod.addresses().stream().findFirst().ifPresent(address -> addresses.put(name, address));
            }
        }
        return new MeshOfCase(snapshot, findings, addresses);
    }

    /** {@return the address of the pod whose proxy decides} */
    String addressOf(ParityCall call) {
        String address = podAddresses.get(call.proxy());
        if (address == null) {
            throw new IllegalArgumentException("no pod " + call.proxy() + " with an address");
        }
        return address;
    }
}
