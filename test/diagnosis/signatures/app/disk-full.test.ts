import { diagnose } from '../../../../src/diagnosis/diagnose';
import { evidenceOfSighting } from '../../sighting';

/** What programs write whose locale is not English: strerror(ENOSPC) and strerror(EDQUOT) of glibc, and the words of Windows. */
const LINES: readonly (readonly [language: string, line: string])[] = [
  ['Belarusian', 'cp: /tmp/export.csv: Няма месца на прыладзе'],
  ['Bulgarian', 'cp: /tmp/export.csv: Няма свободно място на устройството'],
  ['Catalan', 'cp: /tmp/export.csv: No resta espai al dispositiu'],
  ['Czech', 'cp: /tmp/export.csv: Na zařízení není volné místo'],
  ['Danish', 'cp: /tmp/export.csv: Ikke mere plads på enheden'],
  ['German', 'cp: /tmp/export.csv: Auf dem Gerät ist kein Speicherplatz mehr verfügbar'],
  ['Greek', 'cp: /tmp/export.csv: Δεν έμεινε καθόλου χώρος στη συσκευή'],
  ['Esperanto', 'cp: /tmp/export.csv: Ne haviĝas plu da spaco sur aparato'],
  ['Spanish', 'cp: /tmp/export.csv: No queda espacio en el dispositivo'],
  ['Finnish', 'cp: /tmp/export.csv: Laitteella ei ole tilaa jäljellä'],
  ['French', 'cp: /tmp/export.csv: Aucun espace disponible sur le périphérique'],
  ['Galician', 'cp: /tmp/export.csv: Non hai espacio libre no dispositivo'],
  ['Croatian', 'cp: /tmp/export.csv: Nema više prostora na uređaju'],
  ['Hungarian', 'cp: /tmp/export.csv: Nincs több hely a lemezen'],
  ['Indonesian', 'cp: /tmp/export.csv: Tidak ruang lagi diperangkat'],
  ['Italian', 'cp: /tmp/export.csv: Spazio esaurito sul device'],
  ['Japanese', 'cp: /tmp/export.csv: デバイスに空き領域がありません'],
  ['Korean', 'cp: /tmp/export.csv: 장치에 남은 공간이 없음'],
  ['Lithuanian', 'cp: /tmp/export.csv: Įrenginyje neliko vietos'],
  ['Norwegian', 'cp: /tmp/export.csv: Ikke mer plass på enheten'],
  ['Dutch', 'cp: /tmp/export.csv: Geen ruimte meer over op apparaat'],
  ['Polish', 'cp: /tmp/export.csv: Brak miejsca na urządzeniu'],
  ['Portuguese', 'cp: /tmp/export.csv: Sem espaço livre no dispositivo'],
  ['Portuguese of Brazil', 'cp: /tmp/export.csv: Não há espaço disponível no dispositivo'],
  ['Russian', 'cp: /tmp/export.csv: На устройстве не осталось свободного места'],
  ['Slovak', 'cp: /tmp/export.csv: Na zariadení už nie je žiadne miesto'],
  ['Slovenian', 'cp: /tmp/export.csv: Na napravi ni več prostora'],
  ['Serbian', 'cp: /tmp/export.csv: Није преостало простора на уређају'],
  ['Swedish', 'cp: /tmp/export.csv: Enheten är full'],
  ['Turkish', 'cp: /tmp/export.csv: Aygıt üzerinde boş yer yok'],
  ['Ukrainian', 'cp: /tmp/export.csv: Недостатньо місця на пристрої'],
  ['Vietnamese', 'cp: /tmp/export.csv: Không có đủ chỗ trống trên thiết bị'],
  ['Chinese', 'cp: /tmp/export.csv: 设备上没有空间'],
  ['Chinese of Taiwan', 'cp: /tmp/export.csv: 裝置上已無多餘空間'],
  ['German', 'cp: /mnt/efs/export.csv: Der zugewiesene Plattenplatz (Quota) ist überschritten'],
  ['French', "cp: /mnt/efs/export.csv: Débordement du quota d'espace disque"],
  ['Spanish', 'cp: /mnt/efs/export.csv: Se ha excedido la cuota de disco'],
  ['Portuguese', 'cp: /mnt/efs/export.csv: Quota do disco excedida'],
  ['Japanese', 'cp: /mnt/efs/export.csv: ディスク使用量制限を超過しました'],
  ['Chinese', 'cp: /mnt/efs/export.csv: 超出磁盘限额'],
  ['Russian', 'cp: /mnt/efs/export.csv: Превышена дисковая квота'],
  ['Italian', 'cp: /mnt/efs/export.csv: Quota disco superata'],
  ['German', 'System.IO.IOException: Es steht nicht genug Speicherplatz auf dem Datenträger'],
  ['French', 'System.IO.IOException: Espace insuffisant sur le disque'],
  ['Spanish', 'System.IO.IOException: Espacio en disco insuficiente'],
  ['Portuguese', 'System.IO.IOException: Espaço insuficiente no disco'],
  ['Italian', 'System.IO.IOException: Spazio su disco insufficiente'],
  ['Russian', 'System.IO.IOException: Недостаточно места на диске'],
  ['Japanese', 'System.IO.IOException: ディスクに十分な空き領域がありません'],
  ['Chinese', 'System.IO.IOException: 磁盘空间不足'],
];

test.each(LINES)('a full disk is recognized in %s: %s', (_, line) => {
  expect(diagnose(evidenceOfSighting({ exitCode: 1, log: ['starting', line] }))).toMatchObject({ cause: 'app/disk-full', confidence: 'likely' });
});

test.each([
  ['Russian', 'На устройстве свободно 10 ГБ'],
  ['Chinese', '设备上还有空间'],
  ['German', 'Auf dem Gerät ist genug Speicherplatz verfügbar'],
])('in %s, a disk that has space is no full disk: %s', (_, line) => {
  expect(diagnose(evidenceOfSighting({ exitCode: 1, log: [line] })).cause).not.toBe('app/disk-full');
});
