package clasp.journal.store.sqlite;

import static java.nio.charset.StandardCharsets.UTF_8;

import clasp.journal.store.AddressCount;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import java.util.function.Consumer;

/// The addresses of tables as a list, of which no text and no element is kept: a million of them take no more than
/// their
/// tables. An element is made each time it is asked for. Immutable.
final class CountedAddresses extends AbstractList<AddressCount> implements RandomAccess {
    private final List<AddressTable> tables;
    /// The index of the first address of each table, and of the end.
    private final int[] begins;

    /// @param tables in ascending order of addresses
    CountedAddresses(List<AddressTable> tables) {
        this.tables = tables.stream().filter(table -> table.size() > 0).toList();
        begins = new int[this.tables.size() + 1];
        for (int i = 0; i < this.tables.size(); i++) {
            begins[i + 1] = begins[i] + this.tables.get(i).size();
        }
    }

    private static final class Made implements AddressTable.Visitor {
        private AddressCount count = new AddressCount("", 0, 0);

        @Override
        public void address(byte[] utf8, int length, long entries, long lastSeq) {
            count = new AddressCount(new String(utf8, 0, length, UTF_8), entries, lastSeq);
        }
    }

    @Override
    public int size() {
        return begins[tables.size()];
    }

    @Override
    public AddressCount get(int index) {
        Objects.checkIndex(index, size());
        int found = Arrays.binarySearch(begins, index);
        int table = found >= 0 ? found : -found - 2;
        Made made = new Made();
        tables.get(table).visit(index - begins[table], made);
        return made.count;
    }

    @Override
    public void forEach(Consumer<? super AddressCount> action) {
        for (AddressTable table : tables) {
            table.forEach((utf8, length, entries, lastSeq) ->
                    action.accept(new AddressCount(new String(utf8, 0, length, UTF_8), entries, lastSeq)));
        }
    }
}
