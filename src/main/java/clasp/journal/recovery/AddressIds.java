package clasp.journal.recovery;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Numbers the addresses that one scan meets, from 0, so that what is known of each has a place in an
/// array. Confined to one scan.
final class AddressIds {
    private final Map<String, Integer> ids = new HashMap<>();
    private final List<String> addresses = new ArrayList<>();

    int of(String address) {
        Integer known = ids.get(address);
        if (known != null) {
            return known;
        }
        int id = addresses.size();
        addresses.add(address);
        ids.put(address, id);
        return id;
    }

    String address(int id) {
        return addresses.get(id);
    }
}
