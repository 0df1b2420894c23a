UPDATE logistics_item SET finding = 'settled'
WHERE finding = 'wrong'
  AND EXISTS (SELECT 1 FROM logistics_objection WHERE logistics_objection.item = logistics_item.id AND logistics_objection.state = 'settled')
  AND NOT EXISTS (SELECT 1 FROM logistics_objection WHERE logistics_objection.item = logistics_item.id AND logistics_objection.state <> 'settled');
